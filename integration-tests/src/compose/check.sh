#!/bin/sh
# Tries docs/operate/workers.compose.yaml as an operator would: starts database, broker and two workers, imports lists while
# one of the workers is killed, and holds the reports against those of one process that nobody has disturbed.
# Needs Docker, Docker Compose and the image (./mvnw -Pimage package -DskipTests; docker load -i report/target/…-image.tar).
set -eu
here=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
image=$(sed -n 's/^  image: \(ukaz:.*\)/\1/p' "$here/docs/operate/workers.compose.yaml")
compose=$(command -v docker-compose || echo "docker compose")
export UKAZ_DB_PASSWORD=h1dden-1 UKAZ_BROKER_PASSWORD=h1dden-2 COMPOSE_PROJECT_NAME=ukaz-check

cp "$here/docs/operate/workers.compose.yaml" "$work/compose.yaml"
cd "$work"
end() {
    $compose --profile manager down -v -t 5 >down.log 2>&1 || true
    rm -rf "$work"
}
trap end EXIT
trap "exit 1" HUP INT TERM

# What the example says: made first, writable for the user of the image.
install -d -o 10001 -g 10001 data data/inbox data/alone 2>/dev/null || mkdir -p -m 777 data data/inbox data/alone
for list in 1 2 3 4 5; do
    awk -v list=$list 'BEGIN {
        print "№ п/п;ФИО;Дата рождения;Награда;Дата указа;Кем присвоено;Номер медали"
        for (i = 1; i <= 8000; i++)
            printf "%d;Фамилин%d-%d Иван Петрович;12.03.%d;ГСТ;29.10.%d;ПВС СССР;%d\n", i, list, i % 3000, 1900 + i % 30,
                1940 + i % 50, i % 50 ? list * 8000 + i : 7
    }' >data/inbox/list-$list.csv
done

# shellcheck disable=SC2086 # two words where it is a plugin
$compose up -d --scale worker=2 db broker worker
# shellcheck disable=SC2086
$compose --profile manager run --rm -T manager >manager.log 2>&1 &
manager=$!
rows=0
while [ "${rows:-0}" -lt 3000 ]; do
    kill -0 $manager 2>/dev/null || { cat manager.log; exit 1; }
    sleep 0.2
    rows=$($compose exec -T db psql -qAt -U ukaz ukaz -c 'select sum(rows_read) from part_work' 2>/dev/null || echo 0)
done
killed=$(docker ps -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" \
    --filter label=com.docker.compose.service=worker | head -n 1)
docker kill "$killed" >/dev/null
echo "a worker was killed after $rows rows"
code=0
wait $manager || code=$?
tail -n 3 manager.log
[ $code -le 1 ] || { cat manager.log; exit 1; }

docker run --rm -v "$work/data:/data" "$image" import /data/inbox --archive /data/alone/archive --out /data/alone/reports \
    --lang ru --quiet >/dev/null || [ $? -eq 1 ]
for file in records discrepancies; do
    cmp "data/reports/$file.jsonl" "data/alone/reports/$file.jsonl"
done
# shellcheck disable=SC2086
$compose --profile manager run --rm -T manager archive runs --archive jdbc:postgresql://db:5432/ukaz --lang en
for container in $(docker ps -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME"); do
    if docker logs "$container" 2>&1 | grep h1dden; then
        echo "a password stands in a log"
        exit 1
    fi
done
echo "The reports are those of one process."
