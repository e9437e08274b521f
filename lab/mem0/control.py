"""The lab's own routes, by which other processes plan faults and see the requests received."""

from dataclasses import asdict

from flask import Blueprint, Response, jsonify, request

from lab.faults import Fault, Faults
from lab.mem0.asked import RefusedError, read_body
from lab.mem0.faulty import Received


def controls(faults: Faults, requests: list[Received]) -> Blueprint:
    """Return ``GET``, ``POST`` and ``DELETE /lab/faults``, ``GET`` and ``DELETE /lab/requests``.

    They need no key, and neither faults nor records concern them.
    """
    lab = Blueprint("lab", __name__, url_prefix="/lab")

    @lab.post("/faults")
    def add_fault() -> Response:
        try:
            faults.add(Fault(**read_body(request.get_data())))
        except (TypeError, ValueError) as error:  # an unknown key, a value out of range
            raise RefusedError(f"not a fault: {error}") from error
        return jsonify(message="Fault added")

    @lab.get("/faults")
    def show_faults() -> Response:
        met = [{"fault": asdict(fault), "struck": struck} for fault, struck in faults.struck()]
        return jsonify(faults=met)

    @lab.delete("/faults")
    def clear_faults() -> Response:
        faults.clear()
        return jsonify(message="Faults cleared")

    @lab.get("/requests")
    def show_requests() -> Response:
        return jsonify(requests=[received._asdict() for received in [*requests]])

    @lab.delete("/requests")
    def clear_requests() -> Response:
        requests.clear()
        return jsonify(message="Requests cleared")

    return lab
