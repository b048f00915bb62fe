package org.godwit.connector.postgresql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.godwit.connector.spi.Secrets;
import org.godwit.connector.spi.server.Dialling;
import org.godwit.connector.spi.server.Dialling.Answer;
import org.godwit.connector.spi.server.ServerFault;
import org.godwit.connector.spi.server.ServerPlace;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;
import org.postgresql.Driver;

/** Opens connections. Thread-safe. */
final class Login {
    private static final int OLDEST_VERSION = 120_000;
    private static final int VERSIONS_PER_MAJOR = 10_000;

    private final Secrets secrets;
    private final TaskContext context;

    Login(Secrets secrets, TaskContext context) {
        this.secrets = secrets;
        this.context = context;
    }

    /**
     * Opens a connection whose statements are one transaction; what may pass is tried again.
     *
     * @throws GodwitException SERVER_… by what is wrong, CONNECTION_REFUSED_PROPERTY, SECRET_MISSING
     */
    Link open(Connection place) {
        ServerPlace.requireSafe(place);
        // What is refused of the properties is refused before anybody is asked for a password.
        LoginProperties.of(place, "");
        char[] password = secrets.password(place);
        try {
            return new Dialling(context).open(place, () -> once(place, password.clone()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    // The driver is called by its class: what else is registered with DriverManager has no say in where this leads.
    private static Answer<Link> once(Connection place, char[] password) {
        try (PasswordDesk.Entry desk = PasswordDesk.deposit(password)) {
            Properties properties = LoginProperties.of(place, desk.ticket());
            java.sql.Connection connection;
            try {
                connection = new Driver().connect("jdbc:postgresql://", properties);
            } catch (SQLException e) {
                ServerFault fault = Faults.login(e, place, desk);
                return new Answer.Failed<>(fault, fault.error(place, e));
            }
            if (connection == null) {
                throw new GodwitException(ErrorCode.INTERNAL, "connecting to " + place.text(), "the driver did not feel meant");
            }
            try {
                return new Answer.Connected<>(prepared(new Link(place, connection), connection));
            } catch (GodwitException e) {
                if (e.code() == ErrorCode.SERVER_UNREACHABLE) {
                    return new Answer.Failed<>(new ServerFault(ServerFault.Kind.CUT), e);
                }
                throw e;
            }
        }
    }

    private static Link prepared(Link link, java.sql.Connection connection) {
        boolean done = false;
        try {
            connection.setAutoCommit(false);
            String number = link.text("log in", "SHOW server_version_num");
            int version = number == null ? 0 : Integer.parseInt(number);
            if (version < OLDEST_VERSION) {
                throw new GodwitException(ErrorCode.SERVER_FAILED, link.place().text(), "its version " + version / VERSIONS_PER_MAJOR + " is older than 12");
            }
            connection.rollback();
            done = true;
            return link;
        } catch (SQLException e) {
            throw link.failed(e, "log in");
        } finally {
            if (!done) {
                link.close();
            }
        }
    }
}
