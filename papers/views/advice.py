"""Door to answer for an agency that was asked."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agendas.models import Advice
from agendas.policies import submissions_visible_to
from core.policies import require
from papers.actions import give_opinion
from papers.forms import OpinionForm, most_megabytes
from papers.policies import may_advise, papers_read_by
from people.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, pk: int) -> HttpResponse:
    """Give the opinion of one's agency, with files."""
    seen = submissions_visible_to(request.user).values("pk")
    advices = Advice.objects.filter(submission__in=seen).select_related(
        "submission__agency", "submission__body", "agency", "asked_by"
    )
    advice = get_object_or_404(advices, pk=pk)
    require(may_advise(request.user, advice))
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = OpinionForm(*sent, submission=advice.submission)
    if not form.is_valid():
        papers = papers_read_by(request.user).filter(
            matter=advice.submission.matter_id, withdrawn_at__isnull=True, advice__isnull=True
        )
        facts = {
            "form": form,
            "advice": advice,
            "submission": advice.submission,
            "papers": papers,
            "most_megabytes": most_megabytes(),
        }
        return render(request, "papers/answer.html", facts, status=422 if form.is_bound else 200)
    given: dict[str, Any] = dict(form.cleaned_data)
    give_opinion(request.user, advice, files=given.pop("attached", []), **given)
    messages.success(request, _("The opinion of %(agency)s is given.") % {"agency": advice.agency})
    return redirect("agendas:submission", advice.submission_id)
