"""The lab's AWS account: moto's server with what it lacks, in a process of its own."""
