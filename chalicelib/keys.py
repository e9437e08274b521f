"""The keys: settings that are secret, and where they are when the environment lacks them.

``SECRETS_ARN`` names a secret of AWS Secrets Manager that holds them as one JSON object.
"""

KEYS = ("MEM0_API_KEY", "ELEVENLABS_WORKSPACE_KEY", "ELEVENLABS_HMAC_KEY", "CALLER_SALT")
