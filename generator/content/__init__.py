"""Files → course or problems. The only part that knows YAML; it knows nothing of pages."""

from generator.content.finding import places_of
from generator.content.loading import Loading, load
from generator.content.wordingfile import WordingUnreadable, load_wording
from generator.content.writing import dump

__all__ = ["Loading", "WordingUnreadable", "dump", "load", "load_wording", "places_of"]
