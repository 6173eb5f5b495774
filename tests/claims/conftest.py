import pytest

from lumbosacral.claims import Model, the_model


@pytest.fixture(scope="session")
def model() -> Model:
    return the_model()
