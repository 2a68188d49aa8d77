"""The doors of the exchange."""

from django.urls import path

from exchange.views import agenda

app_name = "exchange"

urlpatterns = [
    path("meetings/<int:pk>/agenda.pdf", agenda.pdf, name="agenda_pdf"),
    path("meetings/<int:pk>/agenda.docx", agenda.word, name="agenda_docx"),
    path("meetings/<int:pk>/agenda.xml", agenda.xml, name="agenda_xml"),
]
