/** RabbitMQ between the process that runs an import and those that read its files. */
@NullMarked
package ukaz.app.broker;

import org.jspecify.annotations.NullMarked;
