"""How much a word tells of a record: Whoosh's BM25F, read out once of an index in memory. The only module with Whoosh.

Asked live, Whoosh takes 3 to 17 ms a query on a few hundred records, and its searchers may not be shared by threads.
What a word adds to a record depends on no query, so it is weighed when the index is made, and a query only adds up.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.codec.memory import MemoryCodec
from whoosh.fields import TEXT, Schema
from whoosh.scoring import BM25F, bm25
from whoosh.searching import Searcher

SHARE_OF_LENGTH, OFTEN = 0.5, 1.2  # B and K1 of BM25F


def weighed(records: Iterable[Mapping[str, Iterable[str]]], fields: tuple[str, ...]):
    """What each word of each field adds to the records that hold it.

    :param records: the words of each field, of one record after another
    :return: by field, by word, the weight by a record's number
    """
    kind = TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False)
    schema, codec = Schema(**{name: kind for name in fields}), MemoryCodec()  # takes a third of RamStorage's time
    writer = codec.writer(schema)
    for record in records:
        writer.add_document(**{name: " ".join(record[name]) for name in fields})
    writer.commit()
    searcher = Searcher(codec.reader(schema), weighting=BM25F())
    return {name: _of_field(searcher, name) for name in fields}


def _of_field(searcher: Any, name):
    """The weights of a field, by word and record."""
    reader = searcher.reader()
    lengths = [reader.doc_field_length(number, name) for number in range(reader.doc_count_all())]
    average = searcher.avg_field_length(name) if any(lengths) else 0  # a field without words is no field to Whoosh
    found: dict[str, dict[int, float]] = {}
    for raw in reader.lexicon(name) if average else ():
        matcher, idf = reader.postings(name, raw), searcher.idf(name, raw)
        held = found[raw.decode()] = {}
        while matcher.is_active():
            number = matcher.id()
            held[number] = bm25(idf, matcher.weight(), lengths[number], average, SHARE_OF_LENGTH, OFTEN)
            matcher.next()
    return found
