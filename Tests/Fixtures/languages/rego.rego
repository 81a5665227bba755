# METADATA
# title: Workloads of a team keep to the guardrails
package platform.admission

import rego.v1

default allow := false

allow if {
	count(deny) == 0
	input.request.namespace in data.teams[input.request.team].namespaces
}

deny contains msg if {
	some container in input.request.object.spec.containers
	not startswith(container.image, "registry.example.com/")
	msg := sprintf("%s: image %q is not from our registry", [container.name, container.image])
}

deny contains "replicas: at least two in production" if {
	endswith(input.request.namespace, "-prod")
	object.get(input.request.object.spec, "replicas", 1) < 2 # one is none
}

limit(tier) := 8 if tier == "large"
limit(tier) := 2 if regex.match(`^(small|medium)$`, tier)

violations := {v | some v in deny; v != ""}
owned if every w in input.workloads { w.owner != null }
