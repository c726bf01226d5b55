"""A busy machine is no failure: properties are checked without a deadline for each example."""

from hypothesis import settings

settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")
