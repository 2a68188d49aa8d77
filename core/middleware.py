"""Refusals become pages or JSON; every answer carries the house's headers."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from core.errors import Refusal, TooMuch

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
    )
)


def most_bytes() -> int:
    """Return how much one request may carry: the largest file and what is wrapped around it."""
    return int(settings.MAX_UPLOAD_BYTES) + 1024 * 1024


class RefusalMiddleware:
    """Turn a refusal raised anywhere below into an answer with its sentence and status."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if int(request.headers.get("Content-Length") or 0) > most_bytes():
            return refuse(request, TooMuch(most=settings.MAX_UPLOAD_BYTES // 1024 // 1024))
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if not isinstance(problem, Refusal):
            return None
        return refuse(request, problem)


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Answer with the refusal's sentence, as JSON where JSON was asked for."""
    facts = {"status": refusal.status, "code": refusal.code, "message": refusal.sentence}
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"t": "refused", **facts}, status=refusal.status)
    if request.headers.get("HX-Request"):
        return render(request, "errors/_refused.html", facts, status=refusal.status)
    return render(request, "errors/refused.html", facts, status=refusal.status)


class HeadersMiddleware:
    """Add the content security policy and its companions to every answer."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
