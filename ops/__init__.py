"""Commands an operator runs against a real account; never shipped to Lambda."""
