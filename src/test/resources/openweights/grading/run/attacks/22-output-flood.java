// expect: OUTPUT_LIMIT
int twice(int x) { while (true) { System.out.println("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"); } }
