/// Documents and decisions in a database.
package enum Catalog {}
