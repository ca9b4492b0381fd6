"""PDF files in which people fill in fields on a screen; the door to pikepdf.

The typesetter leaves a link wherever there is room to write or a box to tick. A link has a place on the page,
in the order of reading and in the tags of the document, so a field that takes its place has them as well.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal, cast

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

SCHEME = "field:"
LETTERS = b"/Helv 10 Tf 0 g"
"""How viewers write what people type: in letters that every viewer has, and in black."""
PRINTS = 4
MANY_LINES, ONE_OF_MANY = 1 << 12, 1 << 15
"""Flags of annotations and fields, by their places in the specification of PDF."""
HEIGHT_OF_A_LINE = 24
"""Points; a higher field takes several lines."""
OFF = Name.Off


@dataclass(frozen=True)
class _Blank:
    """A place to fill in, as the typesetter says it."""

    kind: Literal["text", "choice"]
    name: str
    tip: str
    value: str = ""
    answer: str = ""
    tall: int = 1
    narrow: bool = False

    @property
    def said(self) -> str:
        """What a screen reader says at this place."""
        return f"{self.tip}: {self.answer}" if self.answer else self.tip


def fillable(pdf: bytes) -> bytes:
    """The same document with a field in each place to fill in; the same bytes for the same document."""
    with Pdf.open(BytesIO(pdf)) as document:
        form = _Form(document)
        tags = dict(_tags(document.Root.StructTreeRoot))
        for page in document.pages:
            for place in page.obj.get("/Annots", Array()):
                if blank := _asked(place):
                    form.add(place, blank, page.obj)
                    _tag(tags[place.objgen], blank)
        form.finish()
        filled = BytesIO()
        document.save(filled, deterministic_id=True)
    return filled.getvalue()


class _Form:
    """Grows field by field."""

    def __init__(self, document: Pdf) -> None:
        self._document = document
        self._fields = Array()
        self._groups: dict[str, Object] = {}
        self._off = self._drawn(b"", 1, 1)

    def add(self, place: Object, blank: _Blank, page: Object) -> None:
        """Makes a field of a place."""
        for name in ("/A", "/Border", "/Contents", "/QuadPoints"):
            if name in place:
                del place[name]
        place.Subtype, place.F, place.P = Name.Widget, PRINTS, page
        place.TU = String(blank.said)
        if blank.kind == "choice":
            self._add_choice(place, blank)
        else:
            self._add_text(place, blank)

    def finish(self) -> None:
        """Tells viewers that there is a form."""
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )
        fonts = Dictionary(Font=Dictionary(Helv=self._document.make_indirect(font)))
        form = Dictionary(Fields=self._fields, DR=fonts, DA=String(LETTERS.decode()))
        self._document.Root.AcroForm = self._document.make_indirect(form)

    def _add_text(self, place: Object, blank: _Blank) -> None:
        width, height = _size(place)
        place.FT, place.T, place.V = Name.Tx, String(blank.name), String("")
        place.DA = String(LETTERS.decode())
        place.AP = Dictionary(N=self._drawn(b"/Tx BMC EMC", width, height))
        if height > HEIGHT_OF_A_LINE:
            place.Ff = MANY_LINES
        self._fields.append(place)

    def _add_choice(self, place: Object, blank: _Blank) -> None:
        """One of several: a press takes it, and lets go of the others."""
        if blank.name not in self._groups:
            made = Dictionary(
                FT=Name.Btn, Ff=ONE_OF_MANY, T=String(blank.name), TU=String(blank.tip), V=OFF, Kids=Array()
            )
            self._groups[blank.name] = self._document.make_indirect(made)
            self._fields.append(self._groups[blank.name])
        group = self._groups[blank.name]
        width, height = _size(place)
        on = self._drawn(_cross(width, height), width, height)
        place.Parent, place.AS = group, OFF
        place.AP = Dictionary(N=Dictionary({f"/{blank.value}": on, "/Off": self._off}))
        place.MK = Dictionary(CA=String("8"))
        group.Kids.append(place)

    def _drawn(self, commands: bytes, width: float, height: float) -> Stream:
        """What a viewer shows in a field."""
        shown = self._document.make_stream(commands)
        shown.Type, shown.Subtype, shown.Resources = Name.XObject, Name.Form, Dictionary()
        shown.BBox = Array([0, 0, width, height])
        return shown


def _asked(place: Object) -> _Blank | None:
    """What a link asks for, if it stands for a field."""
    said = str(place.get("/Contents", ""))
    return _Blank(**json.loads(said.removeprefix(SCHEME))) if said.startswith(SCHEME) else None


def _size(place: Object) -> tuple[float, float]:
    left, low, right, high = (float(cast("float", edge)) for edge in place.Rect.as_list())
    return round(right - left, 2), round(high - low, 2)


def _cross(width: float, height: float) -> bytes:
    """A cross from corner to corner, a little inside the box."""
    rim = 2
    right, high = round(width - rim, 2), round(height - rim, 2)
    return f"q 1.4 w {rim} {rim} m {right} {high} l {rim} {high} m {right} {rim} l S Q".encode()


def _tag(element: Object, blank: _Blank) -> None:
    element.S = Name.Form
    element.Alt = String(blank.said)


def _tags(element: Object) -> Iterator[tuple[tuple[int, int], Object]]:
    """The element of the document's tags to which each annotation belongs."""
    kids = element.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, Array) else (kids,):
        if not isinstance(kid, Dictionary):
            continue
        if kid.get("/Type") == Name.OBJR:
            yield kid.Obj.objgen, element
        else:
            yield from _tags(kid)
