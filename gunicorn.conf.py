"""What gunicorn does beside its command line; it reads this file by itself."""


def post_worker_init(worker):
    """A worker follows what is published from its start, not from its first request."""
    current = getattr(worker.app.callable, "extensions", {}).get("current")
    if current:  # another application, such as the bare one that benches compare with, has none
        current.follow()
