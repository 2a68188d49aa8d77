"""A line that can be cut: between what was sent and what would have been answered."""

import json


class Line:
    """Stands in the middle of a page's live connection and passes everything on."""

    def __init__(self, page):
        self.cut_at = None
        self.sent = []
        page.route_web_socket("**/ws/meetings/**", self.connect)

    def cut_after(self, name):
        """Deliver the next command of that name, and break the line before its receipt."""
        self.cut_at = name

    def connect(self, socket):
        server = socket.connect_to_server()
        state = {"cut": False}

        def pass_on(text):
            frame = json.loads(text)
            if frame.get("do") == "ballot.cast":
                self.sent.append(frame)
            server.send(text)
            state["cut"] = frame.get("do") == self.cut_at

        def answer(text):
            if not state["cut"]:
                socket.send(text)
            elif json.loads(text)["t"] == "receipt":
                self.cut_at = None
                socket.close(code=4000, reason="cut")

        socket.on_message(pass_on)
        server.on_message(answer)
