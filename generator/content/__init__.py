"""Files → course or problems. The only part that knows YAML; it knows nothing of pages."""

from generator.content.finding import places_of
from generator.content.fixing import Fixed, fix
from generator.content.loading import Loading, load
from generator.content.naming import id_of, is_id
from generator.content.nearest import nearest
from generator.content.scaffolding import MODELINE, scaffold, with_term
from generator.content.wordingfile import WordingUnreadable, load_wording
from generator.content.writing import dump
from generator.content.yamlfile import write as as_yaml

__all__ = [
    "MODELINE",
    "Fixed",
    "Loading",
    "WordingUnreadable",
    "as_yaml",
    "dump",
    "fix",
    "id_of",
    "is_id",
    "load",
    "load_wording",
    "nearest",
    "places_of",
    "scaffold",
    "with_term",
]
