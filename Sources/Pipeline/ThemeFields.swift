import Bytes
import SiteModel
import Templates

/// Assets and options as layouts see them. Their names come from the theme, so their schemas are made per build.
extension PageContext {
  /// `assets.css.home.css` is the address of the published `assets/css/home.css`.
  static func assetsField(_ assets: [Theme.Asset]) -> Field<PageContext> {
    let names = assets.map { asset in
      (components: asset.path.split { $0 == "/" || $0 == "." }.map(String.init), outputPath: asset.outputPath)
    }
    let schema = assetSchema("assets", names)
    return .value("assets", schema.shape) { schema.value($0.root) }
  }

  /// A record per folder and dot of the assets' names; its model is the way to the root.
  private static func assetSchema(
    _ name: String, _ assets: [(components: [String], outputPath: String)]
  ) -> Schema<String> {
    let groups = Dictionary(grouping: assets.filter { !$0.components.isEmpty }) { $0.components[0] }
    let fields = groups.sorted { $0.key < $1.key }.map { key, members -> Field<String> in
      if let leaf = members.first(where: { $0.components.count == 1 }) {
        return .text(key) { $0 + PercentEncoding.encode(path: leaf.outputPath) }
      }
      let inner = assetSchema("\(name).\(key)", members.map { (Array($0.components.dropFirst()), $0.outputPath) })
      return .value(key, inner.shape) { inner.value($0) }
    }
    return Schema("set of assets (\(name))", fields)
  }

  static func optionsField(_ options: [Theme.Option]) -> Field<PageContext> {
    let schema = Schema<Void>(
      "list of theme options", options.map { option in .value(option.name, option.shape) { _ in option.value } })
    return .value("options", schema.shape) { _ in schema.value(()) }
  }
}
