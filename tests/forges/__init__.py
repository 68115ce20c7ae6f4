"""The forges' pipelines on this machine: a change of data from its proposal to the published site (`make test-forges`).

GitHub's workflows run through act, GitLab's pipelines through gitlab-ci-local, both with the jobs on this machine
itself. `actions/` stands in for the actions that workflows take from GitHub; nothing of a workflow is changed.
"""
