"""The accessibility tree of a page, as a screen reader gets it from the browser: in reading order, without what is ignored."""

from collections.abc import Iterator
from typing import Any

import msgspec
from selenium.webdriver import Chrome

_NOT_READ = {"InlineTextBox", "none", "generic", "LineBreak"}


class Node(msgspec.Struct, frozen=True):
    """One thing that a screen reader says; *level* is 0 for what is no heading, *inside* holds the roles around it."""

    role: str
    name: str
    level: int
    element: int
    inside: tuple[str, ...]


def tree(browser: Chrome) -> list[Node]:
    """Return what the page holds, in reading order."""
    nodes = {node["nodeId"]: node for node in browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]}
    root = next(node for node in nodes.values() if "parentId" not in node)
    return list(_read(root, nodes, ()))


def language(browser: Chrome, node: Node) -> str:
    """Return the language that a screen reader reads *node* in."""
    found = browser.execute_cdp_cmd("DOM.resolveNode", {"backendNodeId": node.element})["object"]["objectId"]
    body = "function () { return (this.closest ? this : this.parentElement).closest('[lang]').lang; }"
    return str(
        browser.execute_cdp_cmd("Runtime.callFunctionOn", {"functionDeclaration": body, "objectId": found})["result"]["value"]
    )


def _read(node: dict[str, Any], nodes: dict[str, dict[str, Any]], inside: tuple[str, ...]) -> Iterator[Node]:
    role = "none" if node["ignored"] else str(node["role"]["value"])
    if role not in _NOT_READ:
        levels = [each["value"]["value"] for each in node.get("properties", []) if each["name"] == "level"]
        name = str(node.get("name", {}).get("value", ""))
        yield Node(role, " ".join(name.split()), levels[0] if role == "heading" else 0, node["backendDOMNodeId"], inside)
        inside = (*inside, role)
    for child in node.get("childIds", []):
        if child in nodes:
            yield from _read(nodes[child], nodes, inside)
