"""A text on paper, where a link leads to another page of the same document, or shows a full address."""

from collections.abc import Mapping

from generator.model import Size
from generator.prose.scribe import Scribe


class PaperScribe(Scribe):
    """Writes for one handout (`generator.views.page.Pen`). Terms of the glossary are not linked.

    `within` has the places of the document by the addresses of the pages that say the same. A link to
    anything else leads to the published page; where there is none (`site` is empty), its words stand alone.
    """

    highest_heading = 4

    def __init__(
        self,
        folder: str,
        *,
        site: str,
        sizes: Mapping[str, Size],
        within: Mapping[str, str],
        directory_urls: bool,
    ) -> None:
        super().__init__(f"{folder}/index", sizes=sizes, directory_urls=True)
        self._site = site
        self._within = within
        self._root = Scribe("index", directory_urls=directory_urls)

    def to(self, address: str) -> str:
        """The place in the document, the full address, or nothing."""
        if anchor := self._within.get(address):
            return f"#{anchor}"
        return self._site + self._root.to(address).removeprefix("./") if self._site else ""
