"""Authors' Markdown → HTML that is safe to show; the only door to markdown-it and nh3.

Two walls stand one behind the other. The first is the parser: raw HTML is found, complained about, and
written as text; links lead to http(s) addresses or to items of the course, pictures to content/images.
The second is an allow-list of tags and attributes that everything passes through.
"""

from generator.prose.complaints import Complaint, complaints
from generator.prose.mentions import Mention, mentions, paragraphs, words
from generator.prose.paper import PaperScribe
from generator.prose.parser import DEEPEST_NESTING, is_name
from generator.prose.scribe import Scribe

__all__ = [
    "DEEPEST_NESTING",
    "Complaint",
    "Mention",
    "PaperScribe",
    "Scribe",
    "complaints",
    "is_name",
    "mentions",
    "paragraphs",
    "words",
]
