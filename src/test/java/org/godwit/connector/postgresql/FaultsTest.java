package org.godwit.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.godwit.connector.spi.server.ServerFault.Kind;
import org.godwit.connector.spi.server.ServerFault.Passing;
import org.godwit.model.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** What a server sends in moments that a test cannot bring about, such as while it starts. */
final class FaultsTest {
    private static final Connection PLACE = new Connection("postgresql", "localhost", 0, "results", "", "ada", "", Connection.Tls.OFF, null, Map.of());

    private static Kind login(PSQLException e) {
        try (PasswordDesk.Entry desk = PasswordDesk.deposit(new char[0])) {
            return Faults.login(e, PLACE, desk).kind();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "57P03, ProcessStartupPacket, the database system is starting up, NOT_READY",
        "53300, InitProcess, 'sorry, too many clients already', CROWDED",
        "28000, InitializeSessionUserId, role \"ada\" does not exist, PASSWORD_WRONG",
        "28000, InitializeSessionUserId, role \"ada\" is not permitted to log in, KEPT_OUT",
        "28000, ClientAuthentication, 'no pg_hba.conf entry for host', NOT_FROM_HERE",
        "42501, CheckMyDatabase, permission denied for database \"results\", DATABASE_BARRED",
        "3D000, InitPostgres, database \"results\" does not exist, NO_DATABASE",
        "28P01, auth_failed, password authentication failed for user \"ada\", PASSWORD_WRONG",
        "57P01, ProcessInterrupts, terminating connection due to administrator command, CUT",
        "XX000, somewhere, something else, OTHER"})
    void areToldByTheStateAndNotByTheWords(String state, String routine, String message, Kind kind) {
        assertThat(login(new PSQLException(new ServerErrorMessage("SFATAL\0VFATAL\0C" + state + "\0M" + message + "\0R" + routine + "\0\0")))).isEqualTo(kind);
    }

    @Test
    void areNotTakenForACutLineWhenSomethingElseAnswers() {
        assertThat(login(new PSQLException("Protocol error. Session setup failed.", PSQLState.PROTOCOL_VIOLATION))).isEqualTo(Kind.OTHER);
    }

    @Test
    void areWaitedForOnlyWhereWaitingHelps() {
        assertThat(Kind.NOT_READY.passing()).isEqualTo(Passing.SURELY);
        assertThat(Kind.CROWDED.passing()).isEqualTo(Passing.SURELY);
        assertThat(Kind.REFUSED.passing()).isEqualTo(Passing.BRIEFLY);
        assertThat(Kind.PASSWORD_WRONG.passing()).isEqualTo(Passing.NEVER);
        assertThat(Kind.UNKNOWN_HOST.passing()).isEqualTo(Passing.NEVER);
    }
}
