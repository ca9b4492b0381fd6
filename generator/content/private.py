"""What in a text may belong to a private person: addresses, numbers, and names that a course keeps out.

The rules are one table. templates/scripts/privacy-logic.js holds the same one for the page on which people
write stories; a test compares the two, and both read the same examples.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

HARMLESS = ""
"""The code of what only looks like something private: dates, years, books, addresses of web pages."""
NAME = "private-name"
_TAKEN = "\x01"
"""Stands in a text for what an earlier rule has found, so that no later one reads it again."""

# The pieces of the patterns. All of it means the same to Python and to JavaScript.
_GAP = r"(?:[ \u00a0\u202f.\u2010\u2011]| ?[()\/-]{1,2} ?)?"
_START = r"(?<![0-9A-Za-z+.,€$£¥])(?<![0-9€$£¥][ .\/-])"
_END = (
    r"(?![0-9])(?![ \u00a0]?(?:[€$£¥%]|(?:euros?|eur|dollars?|usd|pounds?|gbp|francs?|chf|kron[eo]r|"
    r"crowns|yen|rupees|million|people|customers|visitors|guests|passengers|copies|steps|members)(?![a-z])))"
)
_UNROUND = r"(?<!000)"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_CLOCK = r"[0-2]?[0-9][.:h][0-5][0-9]"
_PHONE = (
    r"t[eé]l|tlf|telephone|phones?|phoned|mobile|cell|cellphone|landline|fax|whatsapp|sms|hotline|"
    r"helpline|calls?|"
    r"called|calling|ring|rang|dial|dials|dialled|dialed|text|texted|reach|telefon|telefonnummer|fon|handy|"
    r"handynummer|mobil|mobilnummer|rufnummer|durchwahl|téléphone|portable|teléfono|móvil|telefono|cellulare|"
    r"telefone|celular|telefoon|mobiel|puhelin|тел|телефон|電話|电话|هاتف"
)
_ACCOUNT = (
    r"account|acct|a\/c|sort code|routing|bsb|ifsc|clabe|swift|bic|iban|konto|kontonummer|kontonr|blz|"
    r"bankleitzahl|"
    r"compte|rib|cuenta|conto|rekening|rekeningnummer|bankgiro|plusgiro|счёт|счет"
)
_ORDER = (
    r"order|booking|reservation|confirmation|reference|ref|ticket|invoice|receipt|case|claim|"
    r"complaint|customer|client|"
    r"member|membership|loyalty|frequent flyer|tracking|parcel|shipment|consignment|delivery|policy|"
    r"contract|serial|"
    r"employee|staff|patient|student|file|record|incident|voucher|bestell|bestellung|auftrags?|"
    r"kunden?|buchungs?|"
    r"rechnungs?|vorgangs?|sendungs?|vertrags?|commande|réservation|dossier|facture|client|colis|"
    r"pedido|reserva|"
    r"factura|cliente|envío|ordine|prenotazione|fattura|cliente|spedizione|bestelling|boeking|klant|"
    r"beställning|"
    r"ordre|zamówieni[ea]|encomenda"
)
_IDENTITY = (
    r"passport|social security|ssn|national insurance|nino|nhs|tax id|taxpayer|tin|driving licen[cs]e|"
    r"driver's licen[cs]e|identity card|id card|personalausweis[a-zß-ü]*|reisepass[a-zß-ü]*|"
    r"steuer-?id|versicherungs[a-zß-ü]*|"
    r"numéro de sécurité sociale|nif|nie|dni|cpf|bsn|personnummer|codice fiscale|pesel|aadhaar"
)
_LABEL = (
    r"(?:[ -]?(?:number|numbers|no|nr|num|id|code|ref|reference|nummer|numéro|número|numero|numer|"
    r"n[°º]|№|#)\.?){1,2}"
    r"(?: is| was|:|=|#){0,2} {0,2}"
)
_NO = (
    r"(?:[ \u00a0]?(?:numbers?|no|nr|n[°º]|is|was|on|at|under|me|us|him|her|them|line|[:.,#–-])){0,5}"
    r"[ \u00a0]{0,2}"
)
_MARK = r"(?=[A-Z\/-]{0,12}[0-9])(?:[0-9]{2,8}(?: [0-9]{2,8}){1,5}|[A-Z0-9](?:[-\/]?[A-Z0-9]){3,24})(?<!000)"


@dataclass(frozen=True)
class Rule:
    """How something private is written. What it finds is its group, where it has one, and ends with it."""

    code: str
    pattern: str
    any_case: bool = False
    """Whether capitals and small letters are the same."""
    check: str = ""
    """The sum by which such a number proves itself: `luhn`, `mod97` or `ean`."""


RULES = (
    Rule(HARMLESS, r"https?:\/\/[^\s\/?#@]{1,200}@[^\s<>()]+", any_case=True),
    Rule(
        "private-email",
        r'[^\s@<>()\[\]{},;:"“”*|，。、；：]{1,64}@(?:[^\s@<>()\[\]{},;:"“”.*|'
        r"，。、；：]{1,63}\.){1,4}[A-Za-zÀ-ɏͰ-ӿ]{2,24}",
    ),
    Rule(
        "private-email",
        r"[a-z0-9][a-z0-9._+-]{0,63} ?[(\[{] ?(?:at|a|ät) ?[)\]}] ?[a-z0-9-]{1,63}"
        r"(?: ?(?:\.|[(\[{] ?(?:dot|punkt|point|punto) ?[)\]}]) ?[a-z0-9-]{2,63}){1,4}",
        any_case=True,
    ),
    Rule(
        "private-email",
        r"[a-z0-9][a-z0-9._+-]{0,63} at [a-z0-9-]{2,63}(?: dot [a-z0-9-]{2,63}){0,2} dot "
        r"(?:com|org|net|info|edu|[a-z]{2})(?![a-z])",
        any_case=True,
    ),
    Rule(HARMLESS, r"(?:https?:\/\/|www\.)(?!(?:wa\.me|t\.me)\/)[^\s<>()]+", any_case=True),
    Rule(HARMLESS, r"is[bs]n(?:-?1[03])?:? {0,2}[0-9][0-9 \u2010\u2011-]{6,16}[0-9x]", any_case=True),
    Rule(HARMLESS, r"(?<![0-9])97[89](?:[ -]?[0-9]){10}(?![0-9])", check="ean"),
    Rule(
        HARMLESS,
        rf"{_START}(?:[0-3]?[0-9][.\/ -][01]?[0-9][.\/ -]{_YEAR}|"
        rf"{_YEAR}[.\/-][01]?[0-9][.\/-][0-3]?[0-9])(?![0-9]|[.\/-][0-9])",
    ),
    Rule(HARMLESS, rf"{_START}[0-3]?[0-9][.\/][01]?[0-9][.\/][0-9]{{2}}(?![0-9]|[ .\/-][0-9])"),
    Rule(HARMLESS, rf"{_START}{_YEAR}(?: ?[–\/ -] ?{_YEAR})+(?![0-9]|[ .\/-][0-9])"),
    Rule(HARMLESS, rf"{_START}{_CLOCK} ?[–-] ?{_CLOCK}(?![0-9]|\.[0-9])"),
    Rule(HARMLESS, r"(?<![0-9])(?:24\/7|7\/24|365\/24)(?![0-9])"),
    Rule("private-account", r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}", check="mod97"),
    Rule(
        "private-card",
        r"(?<![0-9A-Za-z+])(?<![0-9][ -])[2-6](?:[ \u00a0-]?[0-9]){12,18}(?![0-9])",
        check="luhn",
    ),
    Rule("private-identity", r"(?<![0-9-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])"),
    Rule("private-identity", r"(?<![A-Za-z0-9])[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D](?![A-Za-z0-9])"),
    Rule("private-identity", r"(?<![0-9.])[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}(?![0-9])"),
    Rule("private-identity", r"(?<![0-9-])(?:19|20)?[0-9]{2}[01][0-9][0-3][0-9][-+][0-9]{4}(?![0-9-])"),
    Rule("private-identity", rf"(?<![A-Za-z])(?:{_IDENTITY})(?:{_LABEL}|:? {{1,2}})({_MARK})", any_case=True),
    Rule(
        "private-account",
        rf"(?<![A-Za-z])(?:{_ACCOUNT})(?:{_LABEL}|(?: is| was)?:? {{1,2}})"
        rf"([A-Z]{{0,6}}[0-9](?:[ .\/-]?[0-9]){{4,25}}){_END}",
        any_case=True,
    ),
    Rule("private-order", r"(?<![0-9-])[0-9]{3}-[0-9]{7}-[0-9]{7}(?![0-9-])"),
    Rule(
        "private-order",
        r"(?<![A-Z0-9])(?:1Z[0-9A-Z]{16}|[A-Z]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{3} ?[A-Z]{2})"
        r"(?![A-Za-z0-9])",
    ),
    Rule("private-order", rf"(?<![A-Za-z])(?:{_ORDER})(?:{_LABEL}|: {{0,2}}| ?# ?)({_MARK})", any_case=True),
    Rule(
        "private-order",
        r"(?<![A-Za-z])(?:(?:[Bb]ooking|[Rr]eservation|[Cc]onfirmation|[Rr]ecord) (?:reference|ref|code|"
        r"locator|number)\.?"
        r"|PNR|[Ll]ocator)(?: is| was)?:? {1,2}([A-Z0-9]{5,8})(?![A-Za-z0-9])",
    ),
    Rule(
        "private-order",
        r"(?<![A-Za-z])(?:order|ticket|booking|invoice|claim|parcel|tracking|reservation|bestellung|"
        r"auftrag|rechnung|"
        r"commande|pedido|ordine) (?:#|[A-Z]{1,3}-?)?([0-9][0-9-]{3,20}[0-9])(?![A-Za-z])" + _UNROUND + _END,
        any_case=True,
    ),
    Rule("private-order", r"(?<![A-Za-z0-9&])#[A-Z]{0,3}-?[0-9]{5,}(?:-[0-9]+)*"),
    Rule("private-phone", rf"(?<![0-9A-Za-z.,])(?:\+|00) ?\(?[1-9](?:{_GAP}[0-9]){{7,14}}(?![0-9])"),
    Rule(
        "private-phone",
        rf"(?<![A-Za-z])(?:{_PHONE}){_NO}([+(]?[0-9](?:{_GAP}[0-9]){{5,14}}){_UNROUND}{_END}",
        any_case=True,
    ),
    Rule("private-phone", rf"{_START}\(?0[1-9](?:{_GAP}[0-9]){{6,11}}{_END}"),
    Rule(
        "private-phone",
        rf"{_START}(?:1[ .-])?\(?[2-9][0-9]{{2}}\)?[ .\u00a0-]{{1,2}}[0-9]{{3}}[ .\u00a0-][0-9]"
        rf"{{4}}{_END}",
    ),
    Rule("private-number", rf"{_START}[0-9]{{4}}(?:[ -][0-9]{{4}}){{2,4}}(?![0-9])"),
    Rule(
        "private-phone",
        rf"{_START}(?:[5-9][0-9]{{2}}[ -][0-9]{{3}}[ -][0-9]{{3}}|[2-9][0-9]{{2}} [0-9]{{2}} [0-9]{{3}}|"
        r"[6-9][0-9]{2}(?:[ .-][0-9]{2}){3}|[6-9][0-9]{4}[ -][0-9]{5}|1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|"
        r"[2-9][0-9][ -][0-9]{4}[ -][0-9]{4}|8[ -]?\(?[0-9]{3}\)?[ -][0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}|"
        rf"[689][0-9]{{3}} [0-9]{{4}}){_UNROUND}{_END}",
    ),
    Rule("private-phone", rf"(?<![0-9A-Za-z])\([0-9]{{1,4}}\) ?[0-9](?:{_GAP}[0-9]){{5,9}}{_UNROUND}{_END}"),
    Rule("private-number", r"(?<![0-9A-Za-z.,+])[0-9]{9,}(?![0-9A-Za-z])(?<!000)"),
)
"""The rules in the order in which they read a text: what one has found, the next ones pass over."""


@dataclass(frozen=True)
class Finding:
    """Something in a text that may be private."""

    code: str
    start: int
    end: int
    found: str


def findings(text: str, denied: Iterable[str] = ()) -> tuple[Finding, ...]:
    """What in a text may be private, in its order. `denied` are names that must not stand in it."""
    found: list[Finding] = []
    rest = text
    names = sorted(filter(str.strip, denied), key=len, reverse=True)
    rules = [*((NAME, _of_name(name), "") for name in names), *_compiled()]
    for code, pattern, check in rules:
        for start, end in tuple(_spans(pattern, check, rest)):
            rest = rest[:start] + _TAKEN * (end - start) + rest[end:]
            if code:
                found.append(Finding(code, start, end, text[start:end]))
    return tuple(sorted(found, key=lambda finding: finding.start))


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    flags = {True: re.IGNORECASE, False: re.NOFLAG}
    return tuple((rule.code, re.compile(rule.pattern, flags[rule.any_case]), rule.check) for rule in RULES)


def _spans(pattern: re.Pattern[str], check: str, text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        start, end = match.span(pattern.groups)
        proven = _proven(match[pattern.groups], check)
        if proven and _TAKEN not in text[start:end]:
            yield start, start + proven


def _proven(found: str, check: str) -> int:
    """How much of what was found proves itself by its sum; a word that follows it is no part of it."""
    if not check:
        return len(found)
    ends = [*(gap.start() for gap in re.finditer(r"[ \u00a0-]", found)), len(found)]
    proves = _CHECKS[check]
    return next((end for end in reversed(ends) if proves(re.sub(r"[ \u00a0-]", "", found[:end]))), 0)


def _luhn(number: str) -> bool:
    """The sum of payment cards."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return 13 <= len(number) <= 19 and sum(digit - 9 * (digit > 9) for digit in doubled) % 10 == 0


def _mod97(number: str) -> bool:
    """The sum of bank accounts in the international form (IBAN)."""
    moved = number[4:] + number[:4]
    return 15 <= len(number) <= 34 and int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def _ean(number: str) -> bool:
    """The sum of books."""
    return (
        len(number) == 13 and sum(int(digit) * (1 + 2 * (n % 2)) for n, digit in enumerate(number)) % 10 == 0
    )


_CHECKS: Mapping[str, Callable[[str], bool]] = {"luhn": _luhn, "mod97": _mod97, "ean": _ean}


@cache
def _of_name(name: str) -> re.Pattern[str]:
    """A name as a word of its own, also with the s that makes it somebody's."""
    words = r"\s+".join(map(re.escape, name.split()))
    before, after = (r"(?<![^\W_])" * _has_edge(name.strip()[side]) for side in (0, -1))
    ending = r"(?:['’]?s)?(?![^\W_])" if after else ""
    return re.compile(f"{before}{words}{ending}", re.IGNORECASE)


def _has_edge(sign: str) -> bool:
    """Whether words end at spaces in the script of a letter; Chinese and Japanese have none."""
    return sign < "\u2e80"
