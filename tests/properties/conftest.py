"""The profile of the properties: the same examples on every run, so that a failure is everybody's."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "extramile",
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("extramile")
