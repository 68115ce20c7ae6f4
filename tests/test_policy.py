"""The strict policy is in force in the browser tests, in pages and in workers."""

from __future__ import annotations

from tests.tab import Open


def test_what_the_policy_forbids_does_not_run(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("search/?q=bien+che")
    tab.page.wait_for_selector("ol[data-results] > li")
    assert tab.errors == []
    ran = tab.page.evaluate(
        """async () => {
            const script = document.createElement("script");
            script.textContent = "window.inline = true";
            document.body.append(script);
            const code = new Blob(["postMessage((() => { try { return eval('1') } catch { return 0 } })())"]);
            const worker = await new Promise((resolve) => {
                try {
                    const started = new Worker(URL.createObjectURL(code));
                    started.onmessage = ({ data }) => resolve(data);
                    started.onerror = () => resolve("refused");
                } catch { resolve("refused"); }
            });
            const compiled = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
                .then(() => true, () => false);
            return [window.inline === true, worker, compiled];
        }"""
    )
    assert ran == [False, "refused", False]
