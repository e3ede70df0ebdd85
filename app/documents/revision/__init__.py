"""改定: two versions of a paper compared, 新旧対照表, and the papers that go with a revision."""
