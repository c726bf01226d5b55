"""What the tests of redaction share."""

from hypothesis import settings

# a busy machine is no failure
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")
