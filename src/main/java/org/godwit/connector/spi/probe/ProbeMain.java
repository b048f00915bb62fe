package org.godwit.connector.spi.probe;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;

/** The process that opens files on trial: questions in, answers out, until there is no question left. */
final class ProbeMain {
    private static final int MAX_ANSWER = 2_000;

    private ProbeMain() {}

    public static void main(String[] args) throws IOException {
        try (DataInputStream questions = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            while (true) {
                String type = questions.readUTF();
                String answer = trial(Path.of(questions.readUTF()), type);
                answers.writeUTF(answer.length() > MAX_ANSWER ? answer.substring(0, MAX_ANSWER) + "…" : answer);
                answers.flush();
            }
        } catch (EOFException e) {
            // No question left.
        }
    }

    private static String trial(Path file, String type) {
        try {
            switch (type) {
                case "duckdb" -> DuckDbTrial.read(file);
                case "sqlite" -> SqliteTrial.read(file);
                default -> throw new IllegalArgumentException(type);
            }
            return "";
        } catch (GodwitException e) {
            String reason = e.arguments().isEmpty() ? e.toString() : Objects.toString(e.arguments().getLast());
            return e.code() == ErrorCode.TARGET_LOCKED ? "it is in use by " + reason : reason;
        } catch (SQLException | IOException e) {
            // What SQLite says of a file, who asked hears from it too; here it only matters that this process goes on.
            return type.equals("sqlite") ? "" : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        }
    }
}
