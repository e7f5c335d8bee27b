/// What many roles say together.
package enum Market {}
