extension Grammar {
  static let sql = Grammar(
    [
      .comment("--"), .comment("/*", "*/"),
      .string("'", lines: true, inside: [.mark("''")]),
      .string("\"", lines: true, inside: [.mark("\"\"")]),
      .string("$$", lines: true),
      .plain("::"), .word(":", .variable), .word("@", .variable, also: "@"), .word("$", .variable),
    ],
    [
      .keywords(
        """
        add all alter analyze and any as asc begin between by cascade case check close cluster collate column comment
        commit concurrently conflict constraint create cross cube current cursor database declare default deferrable delete
        desc distinct do drop each else end enum escape except exclude execute exists explain extension fetch filter first
        following for foreign from full function generated grant group grouping having identity if ignore immutable in
        index inner insert intersect interval into is isolation join key language last lateral left level like ilike limit
        local lock loop materialized merge natural next no not nothing notnull nulls of offset on only or order outer over
        owner partition plpgsql policy preceding primary privileges procedure range recursive references refresh rename
        replace restrict return returning returns revoke right role rollback rollup row rows schema select sequence
        serializable session set show similar some start table tablespace temporary then to transaction trigger truncate
        type unbounded union unique update use user using vacuum values view volatile when where window with within work
        """),
      .types(
        """
        array bigint bigserial bit blob bool boolean bytea char character cidr clob date datetime decimal double float
        inet int int2 int4 int8 integer json jsonb money numeric nvarchar precision real serial smallint text time
        timestamp timestamptz tinyint uuid varbinary varchar varying xml zone
        """),
      .literals("true false null"),
      .functions("avg coalesce count max min now sum"),
    ],
    [.calls, .ignoresCase])
}
