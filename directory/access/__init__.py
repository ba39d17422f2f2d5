"""Who may do what: desks, which are functions with a handle, their keys and their sessions. No person is known here."""
