"""An assessor follows the consensus meeting: what was revealed, without bids of a conflict of interest."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tenders.assessment.meeting_words import spread_words
from tenders.scoring.model import Combination
from tenders.services.jury import conflicts_of
from tenders.services.meeting import MET, meeting_of
from tenders.services.phase_records import phase_reached
from tenders.views.jury.access import assessor_or_404


@login_required
@require_safe
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is that of the lot. Before the meeting there is nothing to follow: 404."""
    assessor = assessor_or_404(request.user, pk)
    if assessor.ready_at is None or phase_reached(assessor.lot) not in MET:
        raise Http404
    hidden = {bid for who, bid in conflicts_of(assessor.lot) if who == assessor.pk}
    meeting = meeting_of(assessor.lot).without(hidden)
    context = {
        "title": _("Consensusoverleg: %(lot)s") % {"lot": assessor.lot},
        "lot": assessor.lot,
        "assessor": assessor,
        "meeting": meeting,
        "median": meeting.combination is Combination.MEDIAN,
        "topics": [(topic, [(talk, spread_words(talk)) for talk in topic.bids]) for topic in meeting.topics],
    }
    return render(request, "jury/meeting.html", context)
