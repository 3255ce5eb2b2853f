"""What several tests of the pipeline share."""

from collections.abc import Mapping

import pytest

from rag import Assistant, Settings
from rag.embed import BundledEmbeddings, bundled_folder

TEXTS: Mapping[str, str] = {
    "harbour": "# The harbour\n\nThe harbour opened in 1931. It has 14 berths.\n\nMayor Ada Lund cut the ribbon.",
    "茶": "# 茶园\n\n茶园位于山的北坡，面积是320亩。茶园由陈禾在1987年开垦。\n\n每年四月采茶。",
}


@pytest.fixture(scope="session")
def bundled() -> BundledEmbeddings:
    """The bundled model."""
    return BundledEmbeddings(bundled_folder())


@pytest.fixture
def two_articles() -> Assistant:
    """An assistant over a small English and a small Chinese article."""
    return Assistant.from_texts(TEXTS)


@pytest.fixture
def assistant() -> Assistant:
    """An assistant over the bundled article."""
    return Assistant(settings=Settings())
