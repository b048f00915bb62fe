package org.godwit.connector.postgresql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.godwit.connector.spi.Place;
import org.godwit.connector.spi.Secrets;
import org.godwit.model.Connection;
import org.godwit.model.ErrorCode;
import org.godwit.model.GodwitException;
import org.godwit.task.TaskContext;
import org.postgresql.Driver;

/** Opens connections. Thread-safe. */
final class Login {
    private static final int TRIES = 3;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final int OLDEST_VERSION = 120_000;
    private static final int VERSIONS_PER_MAJOR = 10_000;

    private final Secrets secrets;
    private final TaskContext context;

    Login(Secrets secrets, TaskContext context) {
        this.secrets = secrets;
        this.context = context;
    }

    /** Returns the connection that a place names. */
    static Connection connection(Place place) {
        return switch (place) {
            case Place.Server server -> server.connection();
            case Place.Files files -> throw new GodwitException(ErrorCode.LOCATION_UNKNOWN, files.text());
        };
    }

    /**
     * Opens a connection whose statements are one transaction; it fails unless the server is reached in three tries.
     *
     * @throws GodwitException SERVER_… by what is wrong, CONNECTION_REFUSED_PROPERTY, SECRET_MISSING
     */
    Link open(Connection place) {
        LoginProperties.of(place, "");
        char[] password = secrets.password(place);
        try {
            long pause = FIRST_PAUSE_MILLIS;
            for (int i = 1; ; i++) {
                context.checkCancelled();
                try {
                    return once(place, password.clone());
                } catch (GodwitException e) {
                    if (e.code() != ErrorCode.SERVER_UNREACHABLE || i == TRIES) {
                        throw e;
                    }
                }
                sleep(pause);
                pause *= 4;
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.checkCancelled();
        }
    }

    // The driver is called by its class: what else is registered with DriverManager has no say in where this leads.
    private static Link once(Connection place, char[] password) {
        try (PasswordDesk.Entry desk = PasswordDesk.deposit(password)) {
            Properties properties = LoginProperties.of(place, desk.ticket());
            java.sql.Connection connection;
            try {
                connection = new Driver().connect("jdbc:postgresql://", properties);
            } catch (SQLException e) {
                throw Faults.login(e, place, desk);
            }
            if (connection == null) {
                throw new GodwitException(ErrorCode.INTERNAL, "connecting to " + place.text(), "the driver did not feel meant");
            }
            return prepared(new Link(place, connection), connection);
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
