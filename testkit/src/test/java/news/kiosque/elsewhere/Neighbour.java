package news.kiosque.elsewhere;

/** Stands for a class of another service. */
public class Neighbour {}
