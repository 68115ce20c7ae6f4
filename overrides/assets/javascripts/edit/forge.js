// The forges' interfaces for programs, as far as handing over needs them: GitHub “REST API” (repositories, contents, git
// references, forks, pulls), GitLab “REST API” (projects, repository files, commits, merge requests).

/** What went wrong: `network`, `token`, or `refused` with the forge's own words. */
export class Failed extends Error {
  constructor(how, said = "") {
    super(said);
    this.how = how;
  }
}

const WAITS = 20; // for a fork to be made, a second each
const DEVELOPER = 30; // GitLab's access level from which one may push

class Forge {
  /** `options`: the address of the interface, the project's path, the branch that is edited; a token of the visit. */
  constructor({ api, project, branch }, token) {
    Object.assign(this, { api, project, branch, token });
  }

  /** An answer as JSON; `allowed` are codes of which it gives nothing instead of failing. */
  async ask(method, path, body, allowed = []) {
    const answer = await this.fetch(method, path, body, allowed);
    return answer && answer.json();
  }

  async fetch(method, path, body, allowed = []) {
    let answer;
    try {
      answer = await fetch(`${this.api}${path}`, {
        method,
        headers: { ...this.headers, ...(body && { "Content-Type": "application/json" }) },
        body: body && JSON.stringify(body),
        cache: "no-store",
        referrerPolicy: "no-referrer",
      });
    } catch {
      throw new Failed("network");
    }
    if (allowed.includes(answer.status)) return undefined;
    if (answer.status === 401 || answer.status === 403) throw new Failed("token");
    if (!answer.ok) throw new Failed("refused", `${answer.status} ${(await answer.text()).slice(0, 200)}`);
    return answer;
  }

  /** Ask again until a copy of the project is ready. */
  async ready(isReady) {
    for (let waited = 0; waited < WAITS; waited += 1) {
      if (await isReady()) return;
      await new Promise((done) => setTimeout(done, 1000));
    }
    throw new Failed("network");
  }
}

export class GitHub extends Forge {
  get headers() {
    return { Authorization: `Bearer ${this.token}`, Accept: "application/vnd.github+json" };
  }

  /** The text that a file has by now; nothing where there is none. */
  async newest(name) {
    return (await this.#contents(this.project, name, this.branch))?.text;
  }

  /** Commit files to a new branch, of a copy where one may not push, and ask for it to be merged; gives the address. */
  async propose({ files, title, body, branch }) {
    const { permissions } = await this.ask("GET", `/repos/${this.project}`);
    const target = permissions?.push ? this.project : await this.#fork();
    const { object } = await this.ask("GET", `/repos/${this.project}/git/ref/heads/${this.branch}`);
    await this.ask("POST", `/repos/${target}/git/refs`, { ref: `refs/heads/${branch}`, sha: object.sha }, [422]);
    for (const { name, text } of files) {
      const there = await this.#contents(target, name, branch);
      if (there?.text === text) continue; // a try before this one came so far
      const change = { message: title, content: encoded(text), branch, ...(there && { sha: there.sha }) };
      await this.ask("PUT", `/repos/${target}/contents/${path(name)}`, change);
    }
    const head = `${target.split("/")[0]}:${branch}`;
    const made = await this.ask("POST", `/repos/${this.project}/pulls`, { title, body, head, base: this.branch }, [422]);
    return made ? made.html_url : (await this.ask("GET", `/repos/${this.project}/pulls?head=${encodeURIComponent(head)}`))[0].html_url;
  }

  async #fork() {
    const { full_name: fork } = await this.ask("POST", `/repos/${this.project}/forks`, {});
    await this.ready(() => this.ask("GET", `/repos/${fork}`, undefined, [404]));
    return fork;
  }

  async #contents(project, name, branch) {
    const found = await this.ask("GET", `/repos/${project}/contents/${path(name)}?ref=${encodeURIComponent(branch)}`, undefined, [404]);
    return found && { text: decoded(found.content), sha: found.sha };
  }
}

export class GitLab extends Forge {
  get headers() {
    return { "PRIVATE-TOKEN": this.token };
  }

  get #address() {
    return `/projects/${encodeURIComponent(this.project)}`;
  }

  async newest(name) {
    const file = encodeURIComponent(`data/${name}`);
    const answer = await this.fetch("GET", `${this.#address}/repository/files/${file}/raw?ref=${encodeURIComponent(this.branch)}`, undefined, [404]);
    return answer && answer.text();
  }

  async propose({ files, title, body, branch }) {
    const { id, permissions } = await this.ask("GET", this.#address);
    const access = Math.max(permissions?.project_access?.access_level ?? 0, permissions?.group_access?.access_level ?? 0);
    const target = access >= DEVELOPER ? id : await this.#fork(id);
    const actions = files.map(({ name, text, isNew }) => ({ action: isNew ? "create" : "update", file_path: `data/${name}`, content: text }));
    const commit = { branch, start_branch: this.branch, ...(target !== id && { start_project: id }), commit_message: title, actions };
    const there = await this.ask("GET", `/projects/${target}/repository/branches/${encodeURIComponent(branch)}`, undefined, [404]);
    if (!there) await this.ask("POST", `/projects/${target}/repository/commits`, commit);
    const request = { source_branch: branch, target_branch: this.branch, target_project_id: id, title, description: body };
    const made = await this.ask("POST", `/projects/${target}/merge_requests`, request, [409]);
    return made ? made.web_url : (await this.ask("GET", `/projects/${id}/merge_requests?source_branch=${encodeURIComponent(branch)}`))[0].web_url;
  }

  async #fork(id) {
    const fork = (await this.ask("POST", `/projects/${id}/fork`, {}, [409])) ?? (await this.ask("GET", `/projects/${id}/forks?owned=true`))[0];
    await this.ready(async () => ["finished", "none"].includes((await this.ask("GET", `/projects/${fork.id}`)).import_status));
    return fork.id;
  }
}

export const FORGES = { github: GitHub, gitlab: GitLab };

const path = (name) => `data/${name}`.split("/").map(encodeURIComponent).join("/");

/** Text as GitHub's interface has it: its bytes in base 64. */
function encoded(text) {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

const decoded = (content) => new TextDecoder().decode(Uint8Array.from(atob(content.replace(/\s/g, "")), (letter) => letter.charCodeAt(0)));
