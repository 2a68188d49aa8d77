"""A clerk's folder: papers are laid into a submission that its agency still writes."""

from agendas.actions import lodge_submission
from papers.actions import attach_paper
from papers.models import PaperRole
from tests.papers import files
from tests.papers.conftest import read_once


class Folder:
    """A clerk's folder: papers are laid into a submission of finance."""

    def __init__(self, register):
        self.register, self.clerk = register, register.clerk()
        self.submission = register.draft("Gia hạn nộp thuế", kind="decision")

    def lay(self, role, pages=1, who=None):
        return attach_paper(
            who or self.clerk,
            self.submission,
            title=str(role.label),
            file=pdf(pages, role),
            role=role,
        )

    def full(self):
        for role in (PaperRole.SUBMISSION, PaperRole.DRAFT):
            self.lay(role)
        self.submission = lodge_submission(self.clerk, self.submission)
        return self.submission


def pdf(pages=1, text="Tờ trình"):
    return read_once(files.good(pages, str(text)))
