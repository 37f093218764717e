/** Files that lie in a storage which speaks S3: listed and fetched, nothing else. */
@NullMarked
package ukaz.app.objects;

import org.jspecify.annotations.NullMarked;
