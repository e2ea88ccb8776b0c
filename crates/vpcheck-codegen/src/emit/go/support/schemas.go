package support

// The table, which is written for each package, in place of which this one has nothing.
var schemas = []schema{{}}
