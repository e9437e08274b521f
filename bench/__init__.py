"""The promises about time, memory and size, measured: ``python -m bench``. Never shipped."""
