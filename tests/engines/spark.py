"""Runs a statement in Spark with two workers over a scenario file: `spark.py STATEMENT SCENARIOS RESULT`, the rows as one CSV file."""

import os
import shutil
import sys
import tempfile

from pyspark.sql import SparkSession


def session(memory):
    builder = SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local-cluster[2,1,1024]"))
    settings = {
        "spark.driver.memory": memory,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executor.memory": "1g",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def main(statement, scenarios, result):
    spark = session("2g")
    schema = "scenario STRING, year INT, gdp_million DECIMAL(21, 6)"
    spark.read.csv(scenarios, header=True, schema=schema, escape='"').createOrReplaceTempView("scenarios")
    with open(statement, encoding="utf-8") as file:
        rows = spark.sql(file.read())
    folder = tempfile.mkdtemp()
    rows.coalesce(1).write.mode("overwrite").csv(folder, header=True, escape='"', quote='"')
    (part,) = [name for name in os.listdir(folder) if name.startswith("part-")]
    shutil.move(os.path.join(folder, part), result)
    shutil.rmtree(folder)
    print(f"Spark {spark.version}, {spark.sparkContext.master}")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
