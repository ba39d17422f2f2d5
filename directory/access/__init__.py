"""Who may do what: desks, which are functions with a handle, their keys and their sessions. No person is known here."""

from directory.access.accounts import (
    DeskAccount, HandleRefused, HandleTaken, Listed, NoSuchDesk, add_desk, close_desk, desk_of_handle, desk_of_key,
    desks, key_hash_of, may_act, renew_key)
from directory.access.keys import hash_of
from directory.access.permission import DESK, MARK, Permission, open_to_all
from directory.access.sessions import LASTS, Sessions, handle_in

__all__ = ["DESK", "LASTS", "MARK", "DeskAccount", "HandleRefused", "HandleTaken", "Listed", "NoSuchDesk", "Permission",
           "Sessions", "add_desk", "close_desk", "desk_of_handle", "desk_of_key", "desks", "handle_in", "hash_of",
           "key_hash_of", "may_act", "open_to_all", "renew_key"]
