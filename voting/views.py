"""Doors to votes: the page of one, the votes of an item, the ballot without a socket."""

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from agendas.policies import items_visible_to
from core.errors import BadInput
from meetings.policies import meetings_followed_by
from people.http import Request
from realtime.commands import run_command
from voting.board import board, own_ballot
from voting.deadline import current_vote
from voting.forms import BallotForm
from voting.pages import page_of
from voting.policies import may_conduct, sees, votes_visible_to


@require_GET
def item_votes(request: Request, item_id: int) -> HttpResponse:
    """Show the votes on one item, to be placed inside other pages."""
    item = get_object_or_404(items_visible_to(request.user), pk=item_id)
    votes = votes_visible_to(request.user).filter(item=item)
    pages = [page_of(vote) for vote in votes]
    return render(request, "voting/_votes.html", {"item": item, "pages": pages})


@require_GET
def vote(request: Request, vote_id: int) -> HttpResponse:
    """Show one vote: the question, the result by name, and why it is so."""
    found = get_object_or_404(votes_visible_to(request.user), pk=vote_id)
    facts = {
        **page_of(found),
        "mine": own_ballot(found, request.user),
        "form": BallotForm(),
        "conducts": may_conduct(request.user, found.meeting),
    }
    return render(request, "voting/vote.html", facts)


@require_POST
def ballot(request: Request, vote_id: int) -> HttpResponseRedirect:
    """Cast a ballot without a socket: the same deed, the same receipt for the same number."""
    found = get_object_or_404(votes_visible_to(request.user), pk=vote_id)
    form = BallotForm(request.POST)
    if not form.is_valid():
        raise BadInput
    told = {name: form.cleaned_data[name] for name in ("choice", "reason")}
    command_id = form.cleaned_data["command"]
    data = {"vote": found.pk, **told}
    run_command(request.user, found.meeting_id, "ballot.cast", data, command_id)
    return redirect("voting:vote", found.pk)


@require_GET
def running(request: Request, meeting_id: int) -> JsonResponse:
    """Tell the vote that is shown in a meeting, restricted or not, to whoever sees its item."""
    meeting = get_object_or_404(meetings_followed_by(request.user), pk=meeting_id)
    found = current_vote(meeting.pk)
    if found is None or not sees(request.user, found.item):
        return JsonResponse({"vote": None, "ballot": None})
    return JsonResponse({"vote": board(found), "ballot": own_ballot(found, request.user)})
