"""Persons, agencies and bodies; what holds from a day to a day."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.names import LONGEST_KEY, name_key


class NameKey(models.CharField):  # type: ignore[type-arg] # written by itself, read by lists
    """What the full name is sorted by; written whenever a person is."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = name_key(str(getattr(model_instance, "full_name", "")))
        setattr(model_instance, self.attname, key)
        return key

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, given, facts = super().deconstruct()
        return name, "django.db.models.CharField", given, facts


class PersonManager(BaseUserManager["Person"]):
    """Makes persons who can sign in."""

    def create_user(self, username: str, password: str | None = None, **facts: object) -> "Person":
        person = self.model(username=username, **facts)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    """A human being with a name to sign in by. ``is_superuser`` opens no content."""

    username = models.CharField(_("sign-in name"), max_length=60, unique=True)
    full_name = models.CharField(_("full name"), max_length=120)
    name_key = NameKey(max_length=LONGEST_KEY, editable=False, db_index=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, default="vi"
    )
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("administrator"), default=False)

    objects: ClassVar[PersonManager] = PersonManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self) -> str:
        return self.full_name

    def save(self, **facts: Any) -> None:
        """Write the key of the name with the name."""
        if "full_name" in (facts.get("update_fields") or ()):
            facts["update_fields"] = {*facts["update_fields"], "name_key"}
        super().save(**facts)

    def get_short_name(self) -> str:
        return self.full_name


class Named(models.Model):
    """A name in Vietnamese and, where there is one, in English."""

    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        english = (get_language() or "").startswith("en")
        return self.name_en if english and self.name_en else self.name


class Agency(Named):
    """A ministry or agency. ``code`` is its edXML organisation code (QCVN 102:2016)."""

    code = models.CharField(_("organisation code"), max_length=35, unique=True)
    short_name = models.CharField(_("short name"), max_length=40)
    short_name_en = models.CharField(_("short name in English"), max_length=40, blank=True)
    symbol = models.CharField(_("symbol in document numbers"), max_length=20, blank=True)
    order = models.PositiveSmallIntegerField(_("protocol order"), default=0)

    class Meta:
        ordering: ClassVar = ["order", "code"]
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")

    @property
    def short_here(self) -> str:
        """Return the short name in the reader's language, if it has one in English."""
        english = (get_language() or "").startswith("en")
        return self.short_name_en if english and self.short_name_en else self.short_name


class Body(Named):
    """A collegial body that deliberates: the Government, a committee, a provincial council."""

    code = models.SlugField(_("code"), unique=True)
    superior = models.CharField(_("superior body on documents"), max_length=200, blank=True)
    symbol = models.CharField(_("symbol in document numbers"), max_length=20)
    place = models.CharField(_("usual place of issue"), max_length=80, default="Hà Nội")

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")


class InForceQuerySet(models.QuerySet):  # type: ignore[type-arg] # shared by several models
    """Rows that hold from a day to a day, both included."""

    def on(self, day: date) -> "InForceQuerySet":
        return self.filter(Q(starts__lte=day), Q(ends__isnull=True) | Q(ends__gte=day))


class Dated(models.Model):
    """Something that holds from a day on, perhaps until a day."""

    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)

    objects = InForceQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="%(app_label)s_%(class)s_ends_after_start",
            )
        ]
