-- wrk sends the case in the environment variable CASE.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = os.getenv("CASE")
