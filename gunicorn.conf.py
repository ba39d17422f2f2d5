"""What gunicorn does beside its command line; it reads this file by itself."""

limit_request_line = 8_190  # letters, the most that it takes: pages of ours answer up to there


def post_worker_init(worker):
    """A worker follows what is published from its start, not from its first request."""
    current = getattr(worker.app.callable, "extensions", {}).get("current")
    if current:  # another application, such as the bare one that benches compare with, has none
        current.follow()
