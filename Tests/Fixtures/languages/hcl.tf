# A bucket of a team, as the golden path makes it.
terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.60" }
  }
}

variable "team" {
  type        = string
  description = "Who owns the bucket."
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]+$", var.team))
    error_message = "A team is named in lower case."
  }
}

locals {
  name = "${var.team}-artifacts" // unique in the account
  tags = { team = var.team, managed-by = "terraform" }
}

resource "aws_s3_bucket" "artifacts" {
  for_each      = toset(["eu-north-1", "eu-west-1"])
  bucket        = "${local.name}-${each.key}"
  force_destroy = false
  tags          = merge(local.tags, { region = each.value })
}

data "aws_iam_policy_document" "read" {
  policy_id = <<-EOT
    read-${local.name}
  EOT
}
