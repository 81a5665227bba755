/// The versions of OpenSLO, as `apiVersion` names them.
enum OpenSLOVersion: String, CaseIterable {
  case v1 = "openslo/v1"
  case v1alpha = "openslo/v1alpha"
  case v2alpha = "openslo.com/v2alpha"

  /// The kinds of documents that the version has.
  var kinds: [String] {
    self == .v1alpha
      ? ["SLO", "Service"]
      : ["SLO", "SLI", "Service", "DataSource", "AlertPolicy", "AlertCondition", "AlertNotificationTarget"]
  }

  /// The keys of an indicator that stands in a service level, and of the name of one that does not.
  var indicatorKeys: (inline: String, name: String) {
    self == .v2alpha ? ("sli", "sliRef") : ("indicator", "indicatorRef")
  }
}
