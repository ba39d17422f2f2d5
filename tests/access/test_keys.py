"""Keys: long, of chance, and known for what they are."""

from directory.access.keys import BYTES, hash_of, new_key


def test_a_key_has_160_bits_of_chance():
    key = new_key()

    assert BYTES * 8 == 160
    assert len(key.removeprefix("desk-")) * 5 == 160  # 32 signs of 32


def test_no_two_keys_are_alike():
    assert len({new_key() for _ in range(1_000)}) == 1_000


def test_a_key_has_a_hash_that_does_not_tell_it_and_what_is_no_key_has_none():
    key = new_key()

    assert len(hash_of(key)) == 64 and key[5:] not in hash_of(key)
    assert [hash_of(one) for one in (key + "\n", key[:-1], key.upper(), key[5:], "")] == [None] * 5
