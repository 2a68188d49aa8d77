"""The structural rules of OParl 1.1, and a reader that follows every address and finds what breaks them.

``kinds`` says of each type which properties it has: ``text url int bool date moment``, ``->T`` an
address of a T, ``[->T]`` a list of addresses, ``T`` an object inside, ``[T]`` a list of objects inside,
``=T`` the address of a list of T.
"""

import re

SCHEMA = "https://schema.oparl.org/1.1/"
COMMON = {
    "id": "url", "type": "url", "license": "text", "keyword": "[text]", "created": "moment",
    "modified": "moment", "web": "url", "deleted": "bool",
}  # fmt: skip
KINDS = {
    "System": "oparlVersion:url otherOparlVersions:[->System] body:=Body name:text contactEmail:text"
    " contactName:text website:url vendor:url product:url",
    "Body": "system:->System shortName:text name:text website:url licenseValidSince:moment"
    " oparlSince:moment ags:text rgs:text equivalent:[text] contactEmail:text contactName:text"
    " organization:=Organization person:=Person meeting:=Meeting paper:=Paper"
    " legislativeTerm:[LegislativeTerm] agendaItem:=AgendaItem consultation:=Consultation file:=File"
    " locationList:=Location legislativeTermList:=LegislativeTerm membership:=Membership"
    " classification:text location:Location mainOrganization:->Organization",
    "Organization": "body:->Body name:text membership:[->Membership] meeting:=Meeting"
    " consultation:=Consultation shortName:text post:[text] subOrganizationOf:->Organization"
    " organizationType:text classification:text startDate:date endDate:date website:url"
    " location:Location externalBody:->Body memberCount:int votingMemberCount:int",
    "Person": "body:->Body name:text familyName:text givenName:text formOfAddress:text affix:text"
    " title:[text] gender:text phone:[text] email:[text] location:->Location"
    " locationObject:Location status:[text] membership:[Membership] image:File life:text"
    " lifeSource:text",
    "Membership": "person:->Person organization:->Organization role:text votingRight:bool"
    " startDate:date endDate:date onBehalfOf:->Organization",
    "Meeting": "name:text meetingState:text cancelled:bool start:moment end:moment location:Location"
    " organization:[->Organization] participant:[->Person] invitation:File resultsProtocol:File"
    " verbatimProtocol:File auxiliaryFile:[File] agendaItem:[AgendaItem]",
    "AgendaItem": "meeting:->Meeting number:text order:int name:text public:bool"
    " consultation:->Consultation result:text resolutionText:text resolutionFile:File"
    " auxiliaryFile:[File] start:moment end:moment",
    "Paper": "body:->Body name:text reference:text date:date paperType:text relatedPaper:[->Paper]"
    " superordinatedPaper:[->Paper] subordinatedPaper:[->Paper] mainFile:File auxiliaryFile:[File]"
    " location:[Location] originatorPerson:[->Person] underDirectionOf:[->Organization]"
    " originatorOrganization:[->Organization] consultation:[Consultation]",
    "Consultation": "paper:->Paper agendaItem:->AgendaItem meeting:->Meeting"
    " organization:[->Organization] authoritative:bool role:text",
    "File": "name:text fileName:text mimeType:text date:date size:int sha1Checksum:text"
    " sha512Checksum:text text:text accessUrl:url downloadUrl:url externalServiceUrl:url"
    " masterFile:->File derivativeFile:[->File] fileLicense:url meeting:[->Meeting]"
    " agendaItem:[->AgendaItem] person:->Person paper:[->Paper]",
    "Location": "description:text geojson:any streetAddress:text room:text postalCode:text"
    " subLocality:text locality:text bodies:[->Body] organizations:[->Organization]"
    " persons:[->Person] meetings:[->Meeting] papers:[->Paper]",
    "LegislativeTerm": "body:->Body name:text startDate:date endDate:date",
}
REQUIRED = {
    "System": "oparlVersion body",
    "Body": "name organization person meeting paper legislativeTerm agendaItem consultation file"
    " locationList legislativeTermList membership",
    "AgendaItem": "order",
    "File": "accessUrl",
}
DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
PATTERNS = {
    "url": re.compile(r"https?://\S+"),
    "date": re.compile(DAY),
    "moment": re.compile(DAY + r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-]\d\d:\d\d"),
}


class Reader:
    """Reads everything from the system on, as a stranger would, and collects what is wrong."""

    def __init__(self, ask):
        self.ask = ask
        self.wrong = []
        self.objects = {}
        self.lists = {}
        self.references = set()
        self.system = self.get("")

    def read(self):
        self.check(self.system, "System")
        waiting = True
        while waiting:
            waiting = [(u, k) for u, k in self.references if u not in self.objects]
            for url, kind in waiting:
                self.check(self.get(url), kind)
        return self

    def get(self, url):
        answer = self.ask(url)
        assert answer.status_code == 200, (url, answer.status_code, answer.content[:300])
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Content-Type"].startswith("application/json")
        assert not answer.content.startswith(b"\xef\xbb\xbf")
        return answer.json()

    def say(self, where, what):
        self.wrong.append(f"{where}: {what}")

    def check(self, thing, kind, *, inside=False):
        """Check one object, all inside it, and note where it leads."""
        known = {**COMMON, **dict(part.split(":", 1) for part in KINDS[kind].split())}
        required = REQUIRED.get(kind, "").split()
        where = f"{kind} {thing.get('id')}"
        self.check_frame(where, thing, kind, required, inside=inside)
        for name, value in thing.items():
            if name.startswith("nghisu:"):
                self.check_own(f"{where} {name}", value)
            elif name not in known:
                self.say(where, f"unknown property {name}")
            elif not (name in required and value == []):
                self.check_value(f"{where} {name}", value, known[name])
        self.references.add((thing["id"], kind))

    def check_frame(self, where, thing, kind, required, *, inside):
        """Check what every object has, and that it is told in one way wherever it stands alone."""
        if thing.get("type") != f"{SCHEMA}{kind}":
            self.say(where, f"type {thing.get('type')}")
        for name in ("id", "type", "created", "modified", *required):
            if name not in thing and not thing.get("deleted"):
                self.say(where, f"lacks {name}")
        if inside and thing.get("deleted"):
            self.say(where, "deleted, and inside another object")
        if not inside and self.objects.setdefault(thing["id"], thing) != thing:
            self.say(where, "told in two ways")

    def check_value(self, where, value, rule):
        if value in (None, "", []):
            self.say(where, "empty")
        elif rule.startswith("["):
            self.check_values(where, value, rule[1:-1])
        elif rule.startswith("="):
            self.read_list(value, rule[1:])
        elif rule.startswith("->"):
            self.check_plain(where, value, "url")
            self.references.add((value, rule[2:]))
        else:
            self.check_one(where, value, rule)

    def check_one(self, where, value, rule):
        if rule in KINDS:
            self.check(value, rule, inside=True)
        elif rule != "any":
            self.check_plain(where, value, rule)

    def check_values(self, where, values, rule):
        for one in values if isinstance(values, list) else [None]:
            self.check_value(where, one, rule)

    def check_plain(self, where, value, rule):
        if type(value) is not {"int": int, "bool": bool}.get(rule, str) or (
            rule in PATTERNS and not PATTERNS[rule].fullmatch(value)
        ):
            self.say(where, f"{value!r} is no {rule}")

    def check_own(self, where, value):
        if value in (None, "", [], {}):
            self.say(where, "empty")
        inner = (
            value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        )
        for one in inner:
            self.check_own(where, one)

    def read_list(self, url, kind):
        """Read a list to its last page: nothing twice, nothing missing, every link right."""
        if url in self.lists:
            return
        self.lists[url] = found = []
        page, before = url, None
        while page:
            told = self.get(page)
            self.check_page(page, told, before)
            found += [thing["id"] for thing in told["data"]]
            for thing in told["data"]:
                self.check(thing, kind)
            before, page = page, told["links"].get("next")
        counted = told["pagination"]["totalElements"]
        if told["links"]["last"] != before or not len(found) == len(set(found)) == counted:
            self.say(url, f"tells of {len(found)} and says {counted}")

    def check_page(self, page, told, before):
        if set(told) != {"data", "pagination", "links"}:
            self.say(page, f"has {set(told)}")
        links, counts = told["links"], told["pagination"]
        if links.get("self") != page or links.get("prev") != before:
            self.say(page, f"links {links}")
        if "next" in links and len(told["data"]) != counts["elementsPerPage"]:
            self.say(page, "a page that is not full, and not the last")
