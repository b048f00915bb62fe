/**
 * The command line: thin picocli commands that read options, call the engine and turn outcomes into exit codes.
 * Data goes to stdout, talk to stderr. Runs without any JavaFX jar. Start reading at {@link
 * org.godwit.cli.GodwitCommand}; one file per command.
 */
@NullMarked
package org.godwit.cli;

import org.jspecify.annotations.NullMarked;
